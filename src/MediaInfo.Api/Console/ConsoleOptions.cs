using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Console;

/// <summary>The page for people, and the description of the API that it reads. Section "Console".</summary>
public sealed record ConsoleOptions : ISettings
{
    /// <summary>
    /// Whether <c>/console</c> and <c>/openapi.json</c> are served, to everyone who can reach the service. Neither knows a
    /// secret: what a visitor can do is what their key allows. Without it, both are 404.
    /// </summary>
    public bool Enabled { get; init; }
}
