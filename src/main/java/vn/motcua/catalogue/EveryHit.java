package vn.motcua.catalogue;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Gives every hit with its score to somebody, in the order of the index: who orders them anyway needs no queue of the best. */
final class EveryHit implements CollectorManager<EveryHit.Each, Boolean> {

    private final Taker taker;

    EveryHit(Taker taker) {
        this.taker = taker;
    }

    /** Takes a hit. */
    @FunctionalInterface
    interface Taker {
        void take(int document, float score);
    }

    @Override
    public Each newCollector() {
        return new Each(taker);
    }

    @Override
    public Boolean reduce(Collection<Each> collectors) {
        return true;
    }

    /** One segment after the other. */
    static final class Each extends SimpleCollector {

        private final Taker taker;
        private int base;
        private @Nullable Scorable scorer;

        private Each(Taker taker) {
            this.taker = taker;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (scorer != null) {
                taker.take(base + document, scorer.score());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
