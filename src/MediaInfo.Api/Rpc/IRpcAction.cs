namespace MediaInfo.Api.Rpc;

/// <summary>One action of one product.</summary>
public interface IRpcAction
{
    /// <summary>The product as permissions name it, such as "mts".</summary>
    string Product { get; }

    /// <summary>The dialect that the action belongs to, such as "mps".</summary>
    string Dialect { get; }

    /// <summary>The product's API version, such as "2014-06-18".</summary>
    string Version { get; }

    /// <summary>The action's name; case matters.</summary>
    string Name { get; }

    /// <summary>Whether a call changes something, so that a replayed one must be known in every process.</summary>
    bool ChangesState { get; }

    /// <summary>Checks the parameters and does it.</summary>
    Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);
}
