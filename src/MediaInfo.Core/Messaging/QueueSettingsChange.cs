namespace MediaInfo.Core.Messaging;

/// <summary>New values of some of a queue's settings; null leaves a value as it is.</summary>
public sealed record QueueSettingsChange
{
    /// <inheritdoc cref="QueueSettings.Delay" />
    public TimeSpan? Delay { get; init; }

    /// <inheritdoc cref="QueueSettings.LargestMessage" />
    public int? LargestMessage { get; init; }

    /// <inheritdoc cref="QueueSettings.Retention" />
    public TimeSpan? Retention { get; init; }

    /// <inheritdoc cref="QueueSettings.Visibility" />
    public TimeSpan? Visibility { get; init; }

    /// <inheritdoc cref="QueueSettings.Wait" />
    public TimeSpan? Wait { get; init; }

    /// <inheritdoc cref="QueueSettings.Logging" />
    public bool? Logging { get; init; }

    /// <summary>The settings after the change.</summary>
    public QueueSettings ApplyTo(QueueSettings settings) => new(
        Delay ?? settings.Delay,
        LargestMessage ?? settings.LargestMessage,
        Retention ?? settings.Retention,
        Visibility ?? settings.Visibility,
        Wait ?? settings.Wait,
        Logging ?? settings.Logging);
}
