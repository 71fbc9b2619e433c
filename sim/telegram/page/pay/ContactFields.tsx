import type { BillView } from "../../client-api/actions/paying";

/** Only what this invoice asks for. */
export function ContactFields({ bill: { needs, isFlexible } }: { bill: BillView }) {
  return (
    <>
      {needs.name && <Field name="name" label="Name" autoComplete="name" />}
      {needs.phone && <Field name="phone" label="Phone" autoComplete="tel" />}
      {needs.email && <Field name="email" label="E-mail" autoComplete="email" />}
      {(needs.shippingAddress || isFlexible) && (
        <>
          <Field name="street" label="Street and house" autoComplete="street-address" />
          <Field name="city" label="City" autoComplete="address-level2" />
          <Field name="postcode" label="Post code" autoComplete="postal-code" />
        </>
      )}
    </>
  );
}

const Field = ({ name, label, autoComplete }: { name: string; label: string; autoComplete: string }) => (
  <label className="field">
    {label}
    <input name={name} required autoComplete={autoComplete} />
  </label>
);
