namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// Corrects one kind of value that would mislead, or leaves it out. Its name is that of its class, and its documentation says on
/// what evidence it stands.
/// </summary>
/// <typeparam name="TFacts">What it knows beyond the description.</typeparam>
public interface IMediaRule<in TFacts>
{
    /// <summary>Returns the corrected description; the same instance if there is nothing to correct.</summary>
    MediaDescription Apply(MediaDescription media, TFacts facts);
}
