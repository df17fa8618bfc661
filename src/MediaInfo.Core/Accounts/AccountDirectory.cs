using System.Collections.Frozen;

namespace MediaInfo.Core.Accounts;

/// <summary>Finds accounts by id and callers by their key.</summary>
public sealed class AccountDirectory
{
    private readonly FrozenDictionary<string, Caller> _callers;
    private readonly FrozenDictionary<string, Account> _accounts;

    /// <summary>Indexes the configured accounts.</summary>
    public AccountDirectory(AccountOptions options)
    {
        _accounts = options.List.ToFrozenDictionary(account => account.Id, StringComparer.Ordinal);
        _callers = options.List
            .SelectMany(account => account.Keys.Select(key => new Caller(account, key)))
            .ToFrozenDictionary(caller => caller.Key.Id, StringComparer.Ordinal);
    }

    /// <summary>The holder of an access key; null when nobody holds it.</summary>
    public Caller? FindCaller(string accessKeyId) => _callers.GetValueOrDefault(accessKeyId);

    /// <summary>The account; null when unknown.</summary>
    public Account? Find(string accountId) => _accounts.GetValueOrDefault(accountId);
}
