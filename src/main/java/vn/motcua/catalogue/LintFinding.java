package vn.motcua.catalogue;

import vn.motcua.shared.Phrase;

/**
 * Something in a package that people would stumble over, for its author.
 *
 * @param file in which file
 * @param line where in it, from 1; 0 where that is not known
 * @param place the same in the words of the file
 * @param what is wrong, and why that matters
 */
public record LintFinding(Rule rule, String file, int line, String place, Phrase what) {

    /** Whether a package can be handed in as long as it stands there. */
    public enum Level {
        BLOCKS,
        ADVICE
    }

    /** What is looked for. */
    public enum Rule {
        /** What reads the page in English finds Vietnamese there. */
        ENGLISH_MISSING(Level.BLOCKS),
        /** A question longer than anybody reads. */
        LABEL_LONG(Level.BLOCKS),
        /** Capitals: slow to read, and spelled letter by letter by a screen reader. */
        CAPITALS(Level.BLOCKS),
        /** Two questions of one page that sound alike. */
        LABEL_TWICE(Level.BLOCKS),
        /** Two pages with one heading. */
        TITLE_TWICE(Level.BLOCKS),
        /** Two options of one question that sound alike. */
        OPTION_TWICE(Level.BLOCKS),
        /** An answer is refused without a word of how it should be. */
        MESSAGE_MISSING(Level.BLOCKS),
        /** A question whose condition no answer fulfils. */
        NEVER_ASKED(Level.BLOCKS),
        /** Two titles for one signature: somebody signs in one capacity. */
        SIGNER_UNCLEAR(Level.BLOCKS),
        /** A paper that the applicant's vault can hold is neither taken from there nor said to be needed all the same. */
        VAULT_UNSAID(Level.BLOCKS),
        /** A sentence that has to be read twice. */
        SENTENCE_LONG(Level.ADVICE),
        /** A word of offices where there is a plain one. */
        OFFICIAL_WORD(Level.ADVICE),
        /** Something that only those can follow who see the page. */
        SENSES(Level.ADVICE),
        /** A kind of question that needs a word of help. */
        HELP_MISSING(Level.ADVICE),
        /** More than one topic on a page. */
        PAGE_LONG(Level.ADVICE),
        /** Personal data asked without the law that lets it be asked. */
        REASON_MISSING(Level.ADVICE),
        /** A paper that says what a register is asked for anyway. */
        PAPER_KNOWN(Level.ADVICE),
        /** A paper that a national database makes unnecessary, asked from everybody all the same. */
        PAPER_HELD(Level.ADVICE),
        /** A rule that waits for a datum or a register that nobody gives yet. */
        NOBODY_ANSWERS(Level.ADVICE);

        private final Level level;

        Rule(Level level) {
            this.level = level;
        }

        /** Whether it stands in the way. */
        public Level level() {
            return level;
        }
    }

    /** Whether it keeps the package from being handed in. */
    public boolean blocks() {
        return rule.level() == Level.BLOCKS;
    }

    /** What to do about it. */
    public Phrase todo() {
        return Phrase.of("catalogue.lint.todo." + rule);
    }

    /** The same as what keeps a package from being published. */
    PackageProblem problem() {
        return new PackageProblem(file, line, place, Phrase.of("catalogue.lint.problem", what, todo()));
    }
}
