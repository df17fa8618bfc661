namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>An action of Message Service, selected by path, HTTP method and, for some, query or body.</summary>
public interface IMnsAction
{
    /// <summary>The action's name, also in permissions, such as "ReceiveMessage".</summary>
    string Name { get; }

    /// <summary>The HTTP method, upper case.</summary>
    string Method { get; }

    /// <summary>What it acts on.</summary>
    MnsResource Resource { get; }

    /// <summary>Whether query and body select this action rather than another one of the same method and resource.</summary>
    /// <param name="query">The parameters of the query.</param>
    /// <param name="root">The name of the body's root element; null without a body, and for one that is no XML.</param>
    bool Fits(MnsQuery query, string? root) => true;

    /// <summary>Validates the parameters and performs the action.</summary>
    Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken);
}
