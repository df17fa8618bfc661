using System.Buffers;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>Identifies a job within its account.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Id">The job's id: 32 lower-case hexadecimal digits; newer ids sort first.</param>
public sealed record JobKey(string Account, string Id)
{
    private const int IdLength = 32;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("0123456789abcdef");

    private static readonly SearchValues<char> AccountCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    /// <summary>Whether a document can have the key. Callers may send others, which no storage holds.</summary>
    [JsonIgnore]
    public bool IsLegal =>
        IsLegalAccount(Account) && Id.Length == IdLength && !Id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>Whether documents can belong to an account with the id, of any length.</summary>
    public static bool IsLegalAccount(string account) =>
        account.Length > 0 && !account.AsSpan().ContainsAnyExcept(AccountCharacters);
}
