namespace MediaInfo.Core.Accounts;

/// <summary>A token that callers of an account may send instead of a signature.</summary>
public sealed record AccessToken
{
    /// <summary>A token that stands for the account.</summary>
    /// <remarks>Ignored outside MPC, the only API that takes tokens.</remarks>
    public string Value { get; init; } = "";

    /// <summary>An action that the token may call. Without one, all are allowed.</summary>
    /// <remarks>Ignored outside MPC.</remarks>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The effective <see cref="Allow"/>.</summary>
    public IReadOnlyList<string> EffectiveAllow => Allow.Count > 0 ? Allow : ["*"];

    /// <summary>A placeholder that reveals nothing of the token.</summary>
    public override string ToString() => "(token)";
}
