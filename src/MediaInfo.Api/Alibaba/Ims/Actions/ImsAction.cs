using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Actions;

/// <summary>An action of Intelligent Media Services. Its class has the action's name.</summary>
public abstract class ImsAction : IRpcAction
{
    /// <inheritdoc />
    public string Product => ImsApi.Product;

    /// <inheritdoc />
    public string Dialect => ImsApi.Dialect;

    /// <inheritdoc />
    public string Version => ImsApi.Version;

    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public abstract bool ChangesState { get; }

    /// <inheritdoc />
    public abstract Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);
}
