namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>What a <see cref="MoodyTarget"/> does with a post instead of accepting it.</summary>
public enum Misconduct
{
    /// <summary>Answers 500.</summary>
    Fails,

    /// <summary>Does not answer before the client times out.</summary>
    Hangs,

    /// <summary>Redirects by 307 to another address, which fails.</summary>
    RedirectsToFailure,

    /// <summary>Redirects by 302, which turns the post into a GET.</summary>
    RedirectsAway,

    /// <summary>Closes the connection in the middle of the post.</summary>
    ClosesInPost,

    /// <summary>Closes the connection in the middle of the response headers.</summary>
    ClosesInAnswer,
}
