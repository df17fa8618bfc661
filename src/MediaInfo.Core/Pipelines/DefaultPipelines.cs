using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Pipelines;

/// <summary>The one pipeline that every account has from the start, with the callback queue of its settings.</summary>
public sealed class DefaultPipelines(AccountDirectory accounts) : IPipelineStore
{
    /// <inheritdoc />
    public Task<Pipeline?> FindAsync(string account, string? pipelineId, CancellationToken cancellationToken)
    {
        var id = IdOf(account);
        var pipeline = accounts.Find(account) is { } owner && (pipelineId is null || string.Equals(pipelineId, id, StringComparison.Ordinal))
            ? new Pipeline(id, "default", owner.CallbackQueue)
            : null;
        return Task.FromResult(pipeline);
    }

    /// <summary>The id of an account's default pipeline: the same on every machine, different for every account.</summary>
    public static string IdOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"default pipeline of {account}")).AsSpan(0, 16));
}
