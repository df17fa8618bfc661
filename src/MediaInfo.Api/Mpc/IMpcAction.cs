namespace MediaInfo.Api.Mpc;

/// <summary>One action of Media Processing Center: what an HTTP method does.</summary>
public interface IMpcAction
{
    /// <summary>The HTTP method, upper case.</summary>
    string Method { get; }

    /// <summary>The action's name in permissions, such as "ListExtractTask".</summary>
    string Name { get; }

    /// <summary>Checks the parameters and does it.</summary>
    Task<MpcAnswer> InvokeAsync(MpcCall call, CancellationToken cancellationToken);
}
