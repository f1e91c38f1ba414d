package vn.motcua.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import vn.motcua.operation.PlannedWork.Outcome;

class PlannedWorkTest {

    @Test
    void eachWorkSaysWhenHowLongAndWhatItCameTo() throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(Work.class)) {
            var work = context.getBean(Work.class);
            // One thread does it all, what is due first before the rest.
            work.runs.await();

            var all = context.getBean(PlannedWork.class).all();

            assertThat(all)
                    .extracting(PlannedWork.Work::name)
                    .containsExactly(
                            "operation.PlannedWorkTest$Work.fails",
                            "operation.PlannedWorkTest$Work.goes",
                            "operation.PlannedWorkTest$Work.later");
            assertThat(all.get(0).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(all.get(0).why()).hasValue("java.lang.IllegalStateException: no room");
            assertThat(all.get(0).took()).isPresent();
            assertThat(all.get(0).next()).isPresent();
            assertThat(all.get(1).took()).isPresent();
            assertThat(all.get(2).outcome()).isEqualTo(Outcome.NOT_YET);
            assertThat(all.get(2).last()).isEmpty();
            assertThat(all.get(2).next()).isPresent();
        }
    }

    @Configuration
    @EnableScheduling
    @Import(PlannedWork.class)
    static class Work {

        final CountDownLatch runs = new CountDownLatch(3);

        @Bean
        ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerCustomizer customizer) {
            var scheduler = new ThreadPoolTaskScheduler();
            customizer.customize(scheduler);
            return scheduler;
        }

        @Scheduled(fixedDelay = 1)
        void goes() {
            runs.countDown();
        }

        @Scheduled(fixedDelay = 3_600_000)
        void fails() {
            throw new IllegalStateException("no room");
        }

        @Scheduled(initialDelay = 3_600_000, fixedDelay = 1)
        void later() {
            throw new IllegalStateException("never");
        }
    }
}
