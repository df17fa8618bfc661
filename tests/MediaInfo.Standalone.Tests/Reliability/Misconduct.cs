namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>What a <see cref="MoodyTarget"/> does to a post instead of taking it.</summary>
public enum Misconduct
{
    /// <summary>Answers 500.</summary>
    Fails,

    /// <summary>Answers nothing for longer than anybody waits.</summary>
    Hangs,

    /// <summary>Sends it to another address by 307, which fails.</summary>
    RedirectsToFailure,

    /// <summary>Redirects by 302, which makes a GET of it.</summary>
    RedirectsAway,

    /// <summary>Closes the connection half way through the post.</summary>
    ClosesInPost,

    /// <summary>Closes the connection half way through the answer's head.</summary>
    ClosesInAnswer,
}
