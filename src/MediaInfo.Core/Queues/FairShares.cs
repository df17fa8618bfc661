namespace MediaInfo.Core.Queues;

/// <summary>Shares the places of this process among accounts, so that none waits for another's work to end.</summary>
/// <remarks>
/// As long as a place is free, whoever has the least running comes first, and an account alone may fill all places. What runs is
/// never stopped for another's sake. So an account that has less running than its fair share, which is the places by the number
/// of accounts at work, may take a guest place beyond them. As the others' work ends, nobody follows until all fits into the
/// places again: in the long run each account at work has its share.
/// </remarks>
/// <param name="accounts">The accounts that may have work.</param>
/// <param name="places">How much runs at a time.</param>
/// <param name="guestPlaces">How much more may run at a time for accounts that are below their share.</param>
public sealed class FairShares(IReadOnlyCollection<string> accounts, int places, int guestPlaces)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccountLoad> _loads =
        accounts.ToDictionary(account => account, _ => new AccountLoad(), StringComparer.Ordinal);

    private int _running;
    private long _begun;

    /// <summary>What may begin now.</summary>
    public Room GetRoom()
    {
        lock (_lock)
        {
            var free = places - _running;
            if (free > 0)
            {
                return new Room(free, free, InTurn(_ => true));
            }

            return guestPlaces + free > 0 && InTurn(IsBelowItsShare) is { Count: > 0 } guests
                ? new Room(guestPlaces + free, 1, guests)
                : Room.None;
        }
    }

    /// <summary>Whether every account has room now, so that a queue that gives nothing holds nothing.</summary>
    public bool IsOpenToAll(Room room) => room.Accounts.Count == accounts.Count;

    /// <summary>Work of the account begins.</summary>
    public void Begin(string account)
    {
        lock (_lock)
        {
            if (!_loads.TryGetValue(account, out var load))
            {
                _loads.Add(account, load = new AccountLoad());
            }

            _running++;
            load.Running++;
            load.LastBegun = ++_begun;
        }
    }

    /// <summary>Work of the account that had begun has ended, however.</summary>
    public void End(string account)
    {
        lock (_lock)
        {
            _running--;
            _loads[account].Running--;
        }
    }

    private List<string> InTurn(Func<AccountLoad, bool> mayBegin) =>
    [
        .. accounts
            .Where(account => mayBegin(_loads[account]))
            .OrderBy(account => _loads[account].Running)
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
