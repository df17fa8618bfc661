using System.Security.Cryptography;
using System.Text;
using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Pipelines;

/// <summary>The pipeline that every account has from the start. It is stored only once its owner changes it.</summary>
public static class DefaultPipeline
{
    /// <summary>The id of an account's default pipeline: the same on every machine, unique per account.</summary>
    public static string IdOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"default pipeline of {account}")).AsSpan(0, 16));

    /// <summary>The account's default pipeline in its initial state.</summary>
    public static Pipeline Of(Account account) => new()
    {
        Id = IdOf(account.Id),
        Name = "default",
        State = PipelineState.Active,
        CreatedAt = DateTimeOffset.UnixEpoch,
        Speed = "Standard",
        Notify = account.CallbackQueue is { } queue ? new NotifyTarget { QueueName = queue } : null,
    };
}
