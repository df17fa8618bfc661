using System.Net;
using System.Xml.Linq;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>An action's response: a status with or without a body, or an error.</summary>
public sealed class MnsAnswer
{
    private MnsAnswer(HttpStatusCode status, XElement? body, MnsError? error) => (Status, Body, Error) = (status, body, error);

    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The body; null for none.</summary>
    public XElement? Body { get; }

    /// <summary>The error; null for a success, and for a body that lists what failed.</summary>
    public MnsError? Error { get; }

    /// <summary>The address of what was created; null without one.</summary>
    public string? Location { get; init; }

    /// <summary>A refusal.</summary>
    public static implicit operator MnsAnswer(MnsError error) => FromMnsError(error);

    /// <summary>A refusal.</summary>
    public static MnsAnswer FromMnsError(MnsError error) => new(error.Status, body: null, error);

    /// <summary>200 with a body.</summary>
    public static MnsAnswer Ok(XElement body) => new(HttpStatusCode.OK, body, error: null);

    /// <summary>Any status with a body, which may list errors.</summary>
    public static MnsAnswer With(HttpStatusCode status, XElement body) => new(status, body, error: null);

    /// <summary>201 with a body or, as after CreateQueue, only with the address of what was created.</summary>
    public static MnsAnswer Created(string? location, XElement? body = null) =>
        new(HttpStatusCode.Created, body, error: null) { Location = location };

    /// <summary>204; with an address after a creation of what was there already.</summary>
    public static MnsAnswer NoContent(string? location = null) =>
        new(HttpStatusCode.NoContent, body: null, error: null) { Location = location };
}
