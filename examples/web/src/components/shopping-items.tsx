import type { Ingredient } from "../api/schema";
import { useLanguage } from "../language/language-context";
import { amountText } from "../shopping/amount";

interface ShoppingItemsProps {
  readonly items: readonly Ingredient[];
  readonly checked: readonly string[];
  readonly onMark: (key: string, done: boolean) => void;
}

// A mark is for an amount: when more is needed than was checked, there is something to buy.
const keyOf = ({ id, unit, amount }: Ingredient) => `${id} ${amount} ${unit}`;

/** The items of a shopping list, to be checked one by one. */
export function ShoppingItems({ items, checked, onMark }: ShoppingItemsProps) {
  const { language, text } = useLanguage();
  const marked = new Set(checked);
  const left = items.filter((item) => !marked.has(keyOf(item))).length;

  return (
    <>
      <p className="hint">{text.left(left, items.length)}</p>
      <ul className="shopping-items">
        {items.map((item) => {
          const key = keyOf(item);
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={marked.has(key)}
                  onChange={({ target }) => onMark(key, target.checked)}
                />
                <span className="item-name">{item.name}</span>{" "}
                <span className="item-amount">{amountText(item, language)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
