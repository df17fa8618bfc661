using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Standalone.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Standalone.Tests.Workers;

public sealed class QueueWorkerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_number_of_messages_received_or_run_concurrently_is_limited(int concurrency)
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create(concurrency);
        worker.Handler.Work = (_, cancelled) => gate.PassAsync(cancelled);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => worker.Memory.SendAsync($"{i}", default)));

        await worker.StartAsync();

        for (var done = 0; done < 10; done++)
        {
            var running = Math.Min(concurrency, 10 - done);
            await Eventually.HoldsAsync($"{running} run after {done}", () => worker.Handler.Running == running);
            Assert.Equal(done + running, worker.Memory.Delivered);
            gate.Open();
            await Eventually.HoldsAsync($"{done + 1} done", () => worker.Memory.Completed.Count == done + 1);
        }

        Assert.Equal(concurrency, worker.Handler.MostRunning);
        Assert.Equal(10, worker.Handler.Begun.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task An_account_that_fills_every_place_does_not_block_other_accounts()
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create(concurrency: 2, guests: 2);
        worker.Handler.Work = (text, cancelled) => text is "slow" ? gate.PassAsync(cancelled) : Task.CompletedTask;
        for (var i = 0; i < 40; i++)
        {
            await worker.Queue.SendAsync(new WorkItem(TestWorker.Account, "slow") { Priority = 10 }, default);
        }

        await worker.StartAsync();
        await Eventually.HoldsAsync("every place is taken", () => worker.Handler.Running == 2);

        for (var i = 0; i < 5; i++)
        {
            await worker.Queue.SendAsync(new WorkItem(TestWorker.Other, $"{i}") { Priority = 1 }, default);
        }

        await Eventually.HoldsAsync("the other account's work is done", () => worker.Memory.Completed.Count == 5);
        Assert.Equal(2, worker.Handler.Running);
        Assert.InRange(worker.Handler.MostRunning, 3, 4);
        Assert.Equal(2, worker.Handler.Begun.Count(text => text is "slow"));
    }

    [Fact]
    public async Task Another_accounts_message_from_another_process_is_seen_while_all_places_are_taken()
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create(concurrency: 1, guests: 1);
        worker.Handler.Work = (text, cancelled) => text is "slow" ? gate.PassAsync(cancelled) : Task.CompletedTask;
        await worker.Memory.SendAsync("slow", default);
        await worker.StartAsync();
        await Eventually.HoldsAsync("every place is taken", () => worker.Handler.Running == 1);

        await worker.Memory.SendAsync(new WorkItem(TestWorker.Other, "quick"), default);

        await worker.PassesAsync("the other account's work is done", Second, () => worker.Memory.Completed.Count == 1);
        Assert.Equal(1, worker.Handler.Running);
    }

    [Fact]
    public async Task A_postponed_message_is_requeued_with_a_delay_and_uses_up_no_delivery()
    {
        var message = Messages.WriteCallback(new JobKey(TestWorker.Account, "job"));
        await using var worker = TestWorker.Create(maxDeliveries: 2);
        var attempts = 0;
        worker.Handler.Work = (_, _) => ++attempts == 4 ? throw new IOException("No answer") : Task.CompletedTask;
        worker.Handler.PuttingOff = _ => attempts < 10 ? 5 * Second : null;
        await worker.Memory.SendAsync(message, default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is done", Second, () => attempts >= 10 && worker.Memory.Texts.Count == 0);

        Assert.Empty(worker.Memory.Poison);
        Assert.Empty(worker.Handler.GivenUp);
        Assert.All(worker.Handler.Begun, text => Assert.Equal("job", Messages.ReadCallback(text)?.Id));
        Assert.Equal(1, Messages.PutOffOf(worker.Handler.Begun[^1])?.Deliveries);
        Assert.Equal(Messages.PutOffOf(worker.Handler.Begun[1])?.Since, Messages.PutOffOf(worker.Handler.Begun[^1])?.Since);
    }

    [Fact]
    public async Task A_message_that_could_not_be_requeued_is_delivered_again()
    {
        await using var worker = TestWorker.Create();
        var message = Messages.WriteCallback(new JobKey(TestWorker.Account, "job"));
        var puttingOff = true;
        worker.Handler.PuttingOff = _ => puttingOff ? Second : null;
        worker.Memory.Sending.Blow(1);
        worker.Handler.Work = (_, _) => Task.CompletedTask;
        await worker.Memory.ArriveAsync(message);

        await worker.StartAsync();
        await Eventually.HoldsAsync("it was put back", () => worker.Memory.Renewals.Count == 1);
        puttingOff = false;
        await worker.PassesAsync("the message is done", Second, () => worker.Memory.Completed.Count == 1);

        Assert.Equal(2, worker.Memory.Completed[0].DeliveryCount);
    }

    [Fact]
    public async Task A_failed_message_is_retried_after_a_growing_pause()
    {
        await using var worker = TestWorker.Create();
        var deliveries = new List<DateTimeOffset>();
        worker.Handler.Work = (_, _) =>
        {
            deliveries.Add(worker.Time.GetUtcNow());
            return deliveries.Count < 5 ? Task.FromException(new IOException("The disk is full")) : Task.CompletedTask;
        };
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is done", Second, () => worker.Memory.Completed.Count == 1);

        Assert.Equal([2 * Second, 4 * Second, 8 * Second, 16 * Second], worker.Memory.Renewals);
        var pauses = deliveries.Zip(deliveries.Skip(1), (earlier, later) => later - earlier);
        Assert.All(pauses.Zip(worker.Memory.Renewals), pair => Assert.True(pair.First >= pair.Second));
        Assert.Equal(5, worker.Memory.Completed[0].DeliveryCount);
        Assert.Empty(worker.Memory.Poison);
    }

    [Fact]
    public async Task The_pause_before_a_retry_grows_to_at_most_two_minutes()
    {
        await using var worker = TestWorker.Create();
        worker.Handler.Work = (_, _) => throw new InvalidOperationException("A defect");
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the tenth failure", 30 * Second, () => worker.Memory.Renewals.Count >= 10);

        Assert.Equal([64, 120, 120, 120, 120], worker.Memory.Renewals.Skip(5).Take(5).Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public async Task A_malformed_message_is_poisoned_on_its_first_delivery()
    {
        await using var worker = TestWorker.Create();
        worker.Handler.Work = (text, _) => text is "odd" ? throw new InvalidDataException("No such version") : Task.CompletedTask;
        await worker.Memory.SendAsync("odd", default);
        await worker.Memory.SendAsync("even", default);

        await worker.StartAsync();
        await Eventually.HoldsAsync("the other message is done", () => worker.Memory.Completed.Count == 1);

        Assert.Equal(["odd"], worker.Memory.Poison);
        Assert.Equal(["odd", "even"], worker.Handler.Begun);
        Assert.Empty(worker.Handler.GivenUp);
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task A_message_that_fails_on_every_delivery_is_given_up_and_poisoned()
    {
        await using var worker = TestWorker.Create(maxDeliveries: 3);
        worker.Handler.Work = (_, _) => throw new IOException("Never");
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is poisoned", Second, () => worker.Memory.Poison.Count == 1);

        Assert.Equal(["message", "message", "message"], worker.Handler.Begun);
        Assert.Equal(["message"], worker.Handler.GivenUp);
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task Giving_up_is_retried_until_it_is_recorded()
    {
        await using var worker = TestWorker.Create(maxDeliveries: 1);
        var attempts = 0;
        worker.Handler.Work = (_, _) => throw new IOException("Never");
        worker.Handler.GivingUp = () =>
        {
            attempts++;
            if (attempts < 3)
            {
                throw new IOException("Storage is away");
            }
        };
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is poisoned", Second, () => worker.Memory.Poison.Count == 1);

        Assert.Equal(3, attempts);
        Assert.Single(worker.Handler.Begun);
        Assert.Single(worker.Handler.GivenUp);
    }

    [Fact]
    public async Task A_message_is_held_as_long_as_its_work_continues()
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create(visibilityTimeout: 30 * Second);
        worker.Handler.Work = (_, cancelled) => gate.PassAsync(cancelled);
        await worker.Memory.SendAsync("message", default);
        await worker.StartAsync();

        for (var renewals = 0; renewals < 9; renewals++)
        {
            await Eventually.HoldsAsync(
                $"the hold was renewed {renewals} times and waits for the next",
                () => worker.Memory.Renewals.Count == renewals && worker.Time.WaitingTimers == 1);
            worker.Time.Advance(10 * Second);
        }

        await Eventually.HoldsAsync("the last renewal", () => worker.Memory.Renewals.Count == 9);
        gate.Open();
        await Eventually.HoldsAsync("the message is done", () => worker.Memory.Completed.Count == 1);

        Assert.All(worker.Memory.Renewals, hold => Assert.Equal(30 * Second, hold));
        Assert.Single(worker.Handler.Begun);
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task A_failed_renewal_is_retried_and_does_not_end_the_work()
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create(visibilityTimeout: 30 * Second);
        worker.Handler.Work = (_, cancelled) => gate.PassAsync(cancelled);
        worker.Memory.Renewing.Blow(1);
        await worker.Memory.SendAsync("message", default);
        await worker.StartAsync();

        await Eventually.HoldsAsync("the hold waits", () => worker.Time.WaitingTimers == 1);
        worker.Time.Advance(10 * Second);
        await Eventually.HoldsAsync(
            "the renewal failed and the next waits", () => worker.Memory.FailedRenewals == 1 && worker.Time.WaitingTimers == 1);
        worker.Time.Advance(10 * Second);
        await Eventually.HoldsAsync("the renewal came", () => worker.Memory.Renewals.Count == 1);
        gate.Open();
        await Eventually.HoldsAsync("the message is done", () => worker.Memory.Completed.Count == 1);

        Assert.Single(worker.Handler.Begun);
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task A_lost_hold_cancels_the_work_and_leaves_the_message_to_its_new_holder()
    {
        await using var worker = TestWorker.Create(visibilityTimeout: 30 * Second);
        worker.Handler.Work = (_, cancelled) => Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
        worker.Memory.Renewing.Blow(3);
        await worker.Memory.SendAsync("message", default);
        await worker.StartAsync();
        for (var failures = 0; failures < 3; failures++)
        {
            await Eventually.HoldsAsync(
                $"the hold waits after {failures} failures",
                () => worker.Memory.FailedRenewals == failures && worker.Time.WaitingTimers == 1);
            worker.Time.Advance(10 * Second);
        }

        await Eventually.HoldsAsync(
            "the next renewal waits", () => worker.Memory.FailedRenewals == 3 && worker.Time.WaitingTimers == 1);
        var elsewhere = await worker.Memory.TakeElsewhereAsync(TimeSpan.FromHours(1));
        worker.Time.Advance(10 * Second);
        await Eventually.HoldsAsync("the work is cancelled", () => worker.Handler is { Running: 0, Begun.Count: 1 });
        var looks = worker.Memory.Receives;
        await worker.PassesAsync("the worker looks for more", Second, () => worker.Memory.Receives > looks);

        Assert.True(await worker.Memory.IsHeldAsync(elsewhere));
        Assert.Empty(worker.Memory.Renewals);
        Assert.Empty(worker.Memory.Completed);
        Assert.Empty(worker.Memory.Poison);
    }

    [Fact]
    public async Task A_message_that_was_handled_but_not_removed_is_handled_again()
    {
        await using var worker = TestWorker.Create();
        worker.Memory.Completing.Blow(1);
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is done", Second, () => worker.Memory.Completed.Count == 1);

        Assert.Equal(["message", "message"], worker.Handler.Begun);
        Assert.Empty(worker.Memory.Texts);
    }

    [Fact]
    public async Task A_stop_lets_running_work_finish_and_takes_no_more()
    {
        using var gate = new Gate();
        await using var worker = TestWorker.Create();
        worker.Handler.Work = (_, cancelled) => gate.PassAsync(cancelled);
        await worker.Memory.SendAsync("runs", default);
        await worker.StartAsync();
        await Eventually.HoldsAsync("the work runs", () => worker.Handler.Running == 1);
        await worker.Memory.SendAsync("waits", default);

        var stopping = worker.StopAsync(CancellationToken.None);
        Assert.False(stopping.IsCompleted);
        gate.Open();
        await stopping;

        Assert.Equal(["runs"], worker.Handler.Begun);
        Assert.Equal(["runs"], worker.Memory.Completed.Select(message => message.Text));
        Assert.Equal(1, (await worker.Memory.TakeElsewhereAsync(Second)).DeliveryCount);
    }

    [Fact]
    public async Task A_stop_past_its_grace_period_cancels_the_work_and_puts_the_message_back_at_once()
    {
        await using var worker = TestWorker.Create(concurrency: 2);
        worker.Handler.Work = (_, cancelled) => Task.Delay(Timeout.InfiniteTimeSpan, cancelled);
        await worker.Memory.SendAsync("message", default);
        await worker.StartAsync();
        await Eventually.HoldsAsync("the work runs", () => worker.Handler.Running == 1);

        using var grace = new CancellationTokenSource();
        var stopping = worker.StopAsync(grace.Token);
        Assert.False(stopping.IsCompleted);
        await grace.CancelAsync();
        await stopping;

        Assert.Equal([TimeSpan.Zero], worker.Memory.Renewals);
        var message = await worker.Memory.TakeElsewhereAsync(Second);
        Assert.Equal(("message", 2), (message.Text, message.DeliveryCount));
    }

    [Fact]
    public async Task A_stop_completes_in_every_state_of_the_worker()
    {
        for (var round = 0; round < 200; round++)
        {
            await using var worker = TestWorker.Create(concurrency: 32);
            await worker.StartAsync();

            // Because it is woken constantly, the worker spends most of its time acquiring places.
            var looks = round % 20;
            SpinWait.SpinUntil(
                () =>
                {
                    worker.Signal.Raise();
                    return worker.Memory.Receives > looks;
                },
                TimeSpan.FromMinutes(1));

            await worker.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_second_stop_changes_nothing()
    {
        await using var worker = TestWorker.Create(concurrency: 3);
        await worker.StartAsync();

        await worker.StopAsync(CancellationToken.None);
        await worker.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_worker_survives_unreadable_storage()
    {
        await using var worker = TestWorker.Create();
        worker.Memory.Receiving.Blow(5);
        await worker.Memory.SendAsync("message", default);

        await worker.StartAsync();
        await worker.PassesAsync("the message is done", Second, () => worker.Memory.Completed.Count == 1);

        Assert.True(worker.Memory.Receives > 5);
        Assert.Equal(1, worker.Memory.Completed[0].DeliveryCount);
    }

    [Fact]
    public async Task A_message_sent_from_this_process_is_received_without_waiting_for_the_pause()
    {
        await using var worker = TestWorker.Create(idlePause: TimeSpan.FromMinutes(1));
        await worker.StartAsync();
        await Eventually.HoldsAsync("the worker waits", () => worker.Memory.Receives == 1 && worker.Time.WaitingTimers == 1);

        await worker.Queue.SendAsync(new WorkItem(TestWorker.Account, "message"), default);

        // The clock is stopped, so no pause can have ended.
        await Eventually.HoldsAsync("the message is done", () => worker.Memory.Completed.Count == 1);
    }

    [Fact]
    public async Task An_empty_queue_is_polled_less_and_less_up_to_the_longest_pause()
    {
        await using var worker = TestWorker.Create(idlePause: TimeSpan.FromMilliseconds(300));
        await worker.StartAsync();
        var looks = 1;
        foreach (var pause in new[] { 50, 100, 200, 300, 300 })
        {
            await Eventually.HoldsAsync($"look {looks}", () => worker.Memory.Receives == looks && worker.Time.WaitingTimers == 1);
            worker.Time.Advance(TimeSpan.FromMilliseconds(pause - 1));
            Assert.Equal((looks, 1), (worker.Memory.Receives, worker.Time.WaitingTimers));
            worker.Time.Advance(TimeSpan.FromMilliseconds(1));
            looks++;
        }

        await Eventually.HoldsAsync("the last look", () => worker.Memory.Receives == looks);
    }
}
