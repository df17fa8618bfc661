namespace MediaInfo.Standalone.Tests.Reliability.Attacks;

/// <summary>How a call is written and signed.</summary>
internal enum Dialect
{
    /// <summary>Signature 1.0, parameters in the query.</summary>
    RpcQuery,

    /// <summary>Signature 1.0, parameters in a form.</summary>
    RpcForm,

    /// <summary>Signature 3, parameters in the query.</summary>
    Acs3Query,

    /// <summary>Signature 3, parameters in a form.</summary>
    Acs3Form,

    /// <summary>Signature 3, parameters in a JSON object.</summary>
    Acs3Json,

    /// <summary>Media Processing Center.</summary>
    Mpc,
}
