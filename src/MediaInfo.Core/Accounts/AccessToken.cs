namespace MediaInfo.Core.Accounts;

/// <summary>A token that an account's callers may send in place of a signature.</summary>
public sealed record AccessToken
{
    /// <summary>The token, as the client sends it. It is a secret: never logged, never answered.</summary>
    public string Value { get; init; } = "";

    /// <summary>The actions it may call, such as "mpc:List*"; none named allows all.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The effective <see cref="Allow"/>.</summary>
    public IReadOnlyList<string> EffectiveAllow => Allow.Count > 0 ? Allow : ["*"];

    /// <summary>Nothing of the token.</summary>
    public override string ToString() => "(token)";
}
