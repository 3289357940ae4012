//! `+`, `-`, `+=` and `-=` of a point in time and a whole number.

/// Implements the four operators on top of `checked_add` and `checked_sub`.
macro_rules! add_and_sub {
    ($point:ident, $number:ident) => {
        /// # Panics
        ///
        /// Beyond the range, as the operators of integers do in debug builds; `checked_add` and
        /// `saturating_add` do not.
        impl core::ops::Add<$number> for $point {
            type Output = Self;

            #[track_caller]
            fn add(self, number: $number) -> Self {
                match self.checked_add(number) {
                    Ok(point) => point,
                    Err(error) => panic!("{error}"),
                }
            }
        }

        /// # Panics
        ///
        /// Beyond the range, as the operators of integers do in debug builds; `checked_sub` and
        /// `saturating_sub` do not.
        impl core::ops::Sub<$number> for $point {
            type Output = Self;

            #[track_caller]
            fn sub(self, number: $number) -> Self {
                match self.checked_sub(number) {
                    Ok(point) => point,
                    Err(error) => panic!("{error}"),
                }
            }
        }

        /// # Panics
        ///
        /// As `+`.
        impl core::ops::AddAssign<$number> for $point {
            #[track_caller]
            fn add_assign(&mut self, number: $number) {
                *self = *self + number;
            }
        }

        /// # Panics
        ///
        /// As `-`.
        impl core::ops::SubAssign<$number> for $point {
            #[track_caller]
            fn sub_assign(&mut self, number: $number) {
                *self = *self - number;
            }
        }
    };
}
pub(crate) use add_and_sub;
