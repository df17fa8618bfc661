using System.Text;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Mps.Actions;

/// <summary>An action of ApsaraVideo Media Processing. Its class has the action's name.</summary>
public abstract class MpsAction : IRpcAction
{
    private const int MaxUserDataBytes = 1024;

    /// <inheritdoc />
    public string Product => MpsApi.Product;

    /// <inheritdoc />
    public string Dialect => MpsApi.Dialect;

    /// <inheritdoc />
    public string Version => MpsApi.Version;

    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public abstract bool ChangesState { get; }

    /// <inheritdoc />
    public abstract Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);

    /// <summary>The values of a list parameter, trimmed, without empty ones and duplicates.</summary>
    protected static IReadOnlyList<string> List(RpcCall call, string parameter) => call.Parameters.List(parameter) ?? [];

    /// <summary>What is wrong with the caller's own data; null if nothing is.</summary>
    protected static RpcError? ProblemOfUserData(string? userData) =>
        userData is not null && Encoding.UTF8.GetByteCount(userData) > MaxUserDataBytes
            ? MpsErrors.OutOfRange("UserData")
            : null;
}
