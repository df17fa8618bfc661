using MediaInfo.Core.Jobs;

namespace MediaInfo.Probing;

/// <summary>What a step has spent on reading, and why it may read no more.</summary>
/// <param name="budget">What it may spend.</param>
internal sealed class ReadingAccount(ProbeBudget budget) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private JobFailure? _failure;
    private int _requests;
    private long _bytes;

    /// <summary>What it may spend.</summary>
    public ProbeBudget Budget => budget;

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Bytes so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Why reading cannot continue; null while it can. Keeps the first failure.</summary>
    public JobFailure? Failure => Volatile.Read(ref _failure);

    /// <summary>Cancelled when <see cref="Failure"/> makes further reads pointless.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Spends a request; false if there is none left.</summary>
    public bool Spend()
    {
        if (Interlocked.Increment(ref _requests) <= budget.MaxRequests)
        {
            return true;
        }

        Interlocked.Decrement(ref _requests);
        Fail(FailureReason.BudgetExceeded, $"Reading the object took more than {budget.MaxRequests} requests");
        return false;
    }

    /// <summary>Spends bytes; false if they are more than the budget.</summary>
    public bool Spend(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= budget.MaxBytes)
        {
            return true;
        }

        Fail(FailureReason.BudgetExceeded, $"Reading the object took more than {budget.MaxBytes} bytes");
        return false;
    }

    /// <summary>Ends all reading.</summary>
    public void Fail(FailureReason reason, string detail)
    {
        if (Interlocked.CompareExchange(ref _failure, new JobFailure(reason, detail), null) is null)
        {
            Stop();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    private void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A read was still running when the step ended: there is nothing left to stop.
        }
    }
}
