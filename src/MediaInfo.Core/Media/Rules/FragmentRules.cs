namespace MediaInfo.Core.Media.Rules;

/// <summary>What is learned from a fragmented file that is too long to be read whole.</summary>
public static class FragmentRules
{
    /// <summary>The rules in the order in which they apply.</summary>
    public static RuleBook<FragmentFacts> All { get; } = new(new PartlyReadFragments());
}
