namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>An action of Message Service, selected by path, HTTP method and, for some, a parameter of the query.</summary>
public interface IMnsAction
{
    /// <summary>The action's name, also in permissions, such as "ReceiveMessage". Its batch form has the same.</summary>
    string Name { get; }

    /// <summary>The HTTP method, upper case.</summary>
    string Method { get; }

    /// <summary>What it acts on.</summary>
    MnsResource Resource { get; }

    /// <summary>Whether the query selects this action rather than the other one of the same method and resource.</summary>
    bool Fits(MnsQuery query) => true;

    /// <summary>Validates the parameters and performs the action.</summary>
    Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken);
}
