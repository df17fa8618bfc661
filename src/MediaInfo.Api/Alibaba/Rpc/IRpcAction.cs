namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>One action of one product.</summary>
public interface IRpcAction
{
    /// <summary>The product's name in permissions, such as "mts".</summary>
    string Product { get; }

    /// <summary>The dialect that the action belongs to, such as "mps".</summary>
    string Dialect { get; }

    /// <summary>The product's API version, such as "2014-06-18".</summary>
    string Version { get; }

    /// <summary>The action's name, case-sensitive.</summary>
    string Name { get; }

    /// <summary>Whether a call changes something, so that every process must detect a replay.</summary>
    bool ChangesState { get; }

    /// <summary>Validates the parameters and performs the action.</summary>
    Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken);
}
