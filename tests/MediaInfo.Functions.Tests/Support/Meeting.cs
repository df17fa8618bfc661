namespace MediaInfo.Functions.Tests.Support;

/// <summary>Blocks callers until the given number has arrived, which proves that they run concurrently.</summary>
internal sealed class Meeting(int count)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = count;

    /// <summary>Waits for the others.</summary>
    /// <exception cref="TimeoutException">The others did not arrive within a minute.</exception>
    public async Task MeetAsync()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _all.SetResult();
        }

        await _all.Task.WaitAsync(Patience);
    }
}
