using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims.Library.Actions;

/// <summary>An action of the media library. Its class is named as the action is.</summary>
public abstract class LibraryAction : IRpcAction
{
    /// <inheritdoc />
    public string Product => LibraryApi.Product;

    /// <inheritdoc />
    public string Version => LibraryApi.Version;

    /// <inheritdoc />
    public string Name => GetType().Name;

    /// <inheritdoc />
    public abstract bool ChangesState { get; }

    /// <inheritdoc />
    public abstract Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);
}
