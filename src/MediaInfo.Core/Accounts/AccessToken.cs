namespace MediaInfo.Core.Accounts;

/// <summary>A token that callers of an account may send instead of a signature.</summary>
public sealed record AccessToken
{
    /// <summary>
    /// A token that stands for the account: MPC takes it in <c>X-Auth-Token</c>, Alibaba's APIs as a bearer token.
    /// </summary>
    public string Value { get; init; } = "";

    /// <summary>An action that the token may call, such as <c>mpc:*</c>. Without one, all are allowed.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>The effective <see cref="Allow"/>.</summary>
    public IReadOnlyList<string> EffectiveAllow => Allow.Count > 0 ? Allow : ["*"];

    /// <summary>A placeholder that reveals nothing of the token.</summary>
    public override string ToString() => "(token)";
}
