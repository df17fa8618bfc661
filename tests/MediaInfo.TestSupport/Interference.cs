namespace MediaInfo.TestSupport;

/// <summary>What <see cref="InterferingProxy"/> does to a request.</summary>
public enum Interference
{
    /// <summary>Forwards the request and its answer.</summary>
    None,

    /// <summary>Forwards the request, but answers 500 InternalError regardless of the service's answer.</summary>
    LoseAnswer,

    /// <summary>Breaks the connection halfway through the answer's body.</summary>
    BreakBody,

    /// <summary>Answers 403 AuthorizationFailure.</summary>
    Forbid,

    /// <summary>Answers 503 ServerBusy.</summary>
    Overload,

    /// <summary>Answers 500 InternalError without forwarding the request.</summary>
    Fail,

    /// <summary>Answers 500 and closes the connection before the announced body, without forwarding the request.</summary>
    Cut,
}
