namespace MediaInfo.Core.Media.Rules;

/// <summary>Applies rules one after the other and notes each value that they change.</summary>
/// <param name="rules">The rules in the order in which they apply: a later one sees what an earlier one corrected.</param>
public sealed class RuleBook<TFacts>(params IReadOnlyList<IMediaRule<TFacts>> rules)
{
    /// <summary>The names of the rules.</summary>
    public IEnumerable<string> Names => rules.Select(rule => rule.GetType().Name);

    /// <summary>Returns the corrected description, with its corrections.</summary>
    public MediaDescription Apply(MediaDescription media, TFacts facts)
    {
        foreach (var rule in rules)
        {
            var corrected = rule.Apply(media, facts);
            media = ReferenceEquals(corrected, media) ? media : corrected with
            {
                Corrections = CorrectionList.Join(
                    media.Corrections ?? [], DescriptionDifference.Between(media, corrected), rule.GetType().Name),
            };
        }

        return media;
    }
}
