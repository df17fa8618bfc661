namespace MediaInfo.Standalone.Commands.Demonstration;

/// <summary>A received message.</summary>
/// <param name="Handle">Deletes it.</param>
/// <param name="Text">Its text, decoded.</param>
internal sealed record DemoMessage(string Handle, string Text);
