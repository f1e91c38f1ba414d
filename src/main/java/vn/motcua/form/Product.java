package vn.motcua.form;

import vn.motcua.shared.Dong;

/**
 * An amount that is a number of the form times a price.
 *
 * @param of the question that asks for the number, e.g. how many copies
 * @param count the whole number that was given
 * @param each the price of one, đồng
 */
public record Product(Words of, long count, Dong each) {

    /** What it comes to. */
    public Dong amount() {
        return new Dong(Math.multiplyExact(count, each.amount()));
    }

    /** Both factors and what they come to, behind the words of the question. */
    public Words words() {
        var reckoned = ": " + count + " × " + each + " = " + amount();
        return new Words(of.vi() + reckoned, of.en() + reckoned);
    }
}
