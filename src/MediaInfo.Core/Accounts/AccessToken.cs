namespace MediaInfo.Core.Accounts;

/// <summary>A token that callers of an account may send instead of a signature.</summary>
public sealed record AccessToken
{
    /// <summary>The token, as the client sends it. A secret: never logged or returned.</summary>
    public string Value { get; init; } = "";

    /// <summary>The actions the token may call, such as "mpc:List*"; empty allows all.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The effective <see cref="Allow"/>.</summary>
    public IReadOnlyList<string> EffectiveAllow => Allow.Count > 0 ? Allow : ["*"];

    /// <summary>A placeholder that reveals nothing of the token.</summary>
    public override string ToString() => "(token)";
}
