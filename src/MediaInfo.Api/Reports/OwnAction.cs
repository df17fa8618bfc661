using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Reports;

/// <summary>An action of our own. Its class has the action's name.</summary>
public abstract class OwnAction : IRpcAction
{
    /// <inheritdoc />
    public string Product => "mediainfo";

    /// <inheritdoc />
    public string Dialect => "mediainfo";

    /// <inheritdoc />
    public string Version => "2026-01-01";

    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public abstract bool ChangesState { get; }

    /// <inheritdoc />
    public abstract Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);
}
