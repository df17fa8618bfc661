namespace MediaInfo.TestSupport;

/// <summary>What <see cref="InterferingProxy"/> does to a request.</summary>
public enum Interference
{
    /// <summary>Passes it on and its answer back.</summary>
    None,

    /// <summary>Passes it on, but answers 500 InternalError whatever the service says.</summary>
    LoseAnswer,

    /// <summary>Breaks the connection half way through the answer's body.</summary>
    BreakBody,

    /// <summary>Answers 403 AuthorizationFailure.</summary>
    Forbid,

    /// <summary>Answers 503 ServerBusy.</summary>
    Overload,

    /// <summary>Answers 500 InternalError and passes nothing on.</summary>
    Fail,

    /// <summary>Answers 500, closes the connection before the body that it announced, and passes nothing on.</summary>
    Cut,
}
