namespace MediaInfo.Core.Queues;

/// <summary>Shares the places of this process among accounts, so that no account waits for another's work to end.</summary>
/// <remarks>
/// While a place is free, the account with the least running work goes first, and a single account may fill all places. Running
/// work is never preempted. Instead, an account below its fair share (the number of places divided by the number of active
/// accounts) may take a guest place beyond the regular ones. Finished work is not replaced until the rest fits into the regular
/// places again, so in the long run each active account gets its share.
/// </remarks>
/// <param name="accounts">The accounts that may have work.</param>
/// <param name="places">The regular number of concurrent work items.</param>
/// <param name="guestPlaces">The number of additional work items for accounts below their share.</param>
public sealed class FairShares(IReadOnlyCollection<string> accounts, int places, int guestPlaces)
{
    private readonly Lock _lock = new();
    private readonly Signal _freed = new();
    private readonly Dictionary<string, AccountLoad> _loads =
        accounts.ToDictionary(account => account, _ => new AccountLoad(), StringComparer.Ordinal);

    private int _running;
    private long _begun;

    /// <summary>Completes when work next ends. Take it before asking for room, so that no end is missed.</summary>
    public Task Freed
    {
        get
        {
            lock (_lock)
            {
                return _freed.Next;
            }
        }
    }

    /// <summary>The room for new work.</summary>
    /// <param name="first">The account that goes first among those with equally little running work; null for none.</param>
    public Room GetRoom(string? first = null)
    {
        lock (_lock)
        {
            var free = places - _running;
            if (free > 0)
            {
                return new Room(free, free, InTurn(_ => true, first));
            }

            return guestPlaces + free > 0 && InTurn(IsBelowItsShare, first) is { Count: > 0 } guests
                ? new Room(guestPlaces + free, 1, guests)
                : Room.None;
        }
    }

    /// <summary>Begins work of the account, once there is room for it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task EnterAsync(string account, CancellationToken cancellationToken)
    {
        while (!TryBegin(account, out var freed))
        {
            await freed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Begins work of the account if there is room for it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="freed">Completes when other work ends.</param>
    /// <returns>Whether it began.</returns>
    public bool TryBegin(string account, out Task freed)
    {
        lock (_lock)
        {
            freed = _freed.Next;
            var free = places - _running;
            if (free <= 0 && (guestPlaces + free <= 0 || !IsBelowItsShare(LoadOf(account))))
            {
                return false;
            }

            Begin(account);
            return true;
        }
    }

    /// <summary>Records that work of the account began.</summary>
    public void Begin(string account)
    {
        lock (_lock)
        {
            var load = LoadOf(account);
            _running++;
            load.Running++;
            load.LastBegun = ++_begun;
        }
    }

    /// <summary>Records that work of the account ended, with or without success.</summary>
    public void End(string account)
    {
        lock (_lock)
        {
            _running--;
            _loads[account].Running--;
            _freed.Raise();
        }
    }

    private AccountLoad LoadOf(string account)
    {
        if (!_loads.TryGetValue(account, out var load))
        {
            _loads.Add(account, load = new AccountLoad());
        }

        return load;
    }

    private List<string> InTurn(Func<AccountLoad, bool> mayBegin, string? first) =>
    [
        .. accounts
            .Where(account => mayBegin(_loads[account]))
            .OrderBy(account => _loads[account].Running)
            .ThenBy(account => !string.Equals(account, first, StringComparison.Ordinal))
            .ThenBy(account => _loads[account].LastBegun),
    ];

    private bool IsBelowItsShare(AccountLoad load)
    {
        var atWork = _loads.Values.Count(other => other.Running > 0) + (load.Running > 0 ? 0 : 1);
        return load.Running < Math.Max(1, places / atWork);
    }

    private sealed class AccountLoad
    {
        public int Running { get; set; }

        public long LastBegun { get; set; }
    }
}
