namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>A parameter of a request, as the comment of the class that reads it declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether a request without it is refused.</param>
/// <param name="Otherwise">What an optional parameter means if it is absent.</param>
/// <param name="Example">A value.</param>
/// <param name="Meaning">Its meaning, with unit and bounds.</param>
internal sealed record RequestParameter(string Name, bool IsRequired, string Otherwise, string Example, string Meaning);
