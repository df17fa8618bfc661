namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>An action of Media Processing Center, selected by an HTTP method.</summary>
public interface IMpcAction
{
    /// <summary>The HTTP method, upper case.</summary>
    string Method { get; }

    /// <summary>The action's name in permissions, such as "ListExtractTask".</summary>
    string Name { get; }

    /// <summary>Validates the parameters and performs the action.</summary>
    Task<MpcAnswer> InvokeAsync(MpcCall call, CancellationToken cancellationToken);
}
