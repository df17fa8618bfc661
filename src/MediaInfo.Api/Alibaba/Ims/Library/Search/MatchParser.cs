using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Search;

namespace MediaInfo.Api.Alibaba.Ims.Library.Search;

/// <summary>
/// Reads a condition such as <c>title = 'China' and status in ('2','3') and utcCreate = ['1693367158561','1693367158562')</c>.
/// </summary>
/// <remarks>
/// Source: "Media asset search", and for parentheses around alternatives ApsaraVideo VOD's page of the same protocol. The parser
/// reads each token once. Length, nesting and the numbers of conditions and values are bounded.
/// </remarks>
public sealed class MatchParser
{
    private const int MaxLength = 4096;
    private const int MaxDepth = 8;
    private const int MaxConditions = 64;
    private const int MaxValues = 100;

    private readonly IReadOnlyList<MatchToken> _tokens;
    private int _at;
    private int _depth;
    private int _conditions;
    private bool _namesMediaType;
    private string? _unknown;

    private MatchParser(IReadOnlyList<MatchToken> tokens) => _tokens = tokens;

    /// <summary>The condition of a search without one.</summary>
    public static IAssetCondition Videos { get; } =
        SearchFields.Find(SearchFields.MediaType)!.Has(MediaTypes.Video, isWhole: true)!;

    private MatchToken Current => _tokens[_at];

    /// <summary>The condition, or why the text is none.</summary>
    public static (IAssetCondition? Condition, string? Problem) Parse(string text)
    {
        if (text.Length > MaxLength || MatchTokens.Of(text) is not { } tokens)
        {
            return (null, $"It has more than {MaxLength} characters, a character outside quotes, or no closing quote.");
        }

        var parser = new MatchParser(tokens);
        return parser.Alternatives() is not { } condition || parser.Current.Kind != MatchTokenKind.End
            ? (null, parser.Problem)
            : (parser._namesMediaType ? condition : new AllConditions(Videos, condition), null);
    }

    private string Problem => _unknown is { } name
        ? $"There is no search field \"{name}\"."
        : Current.Kind == MatchTokenKind.End ? "It ends too early." : $"It is not understood at \"{Current.Text}\".";

    private IAssetCondition? Alternatives() => Several(All, "or", conditions => new AnyCondition(conditions));

    private IAssetCondition? All() => Several(One, "and", conditions => new AllConditions(conditions));

    private static IAssetCondition Joined(
        List<IAssetCondition> conditions, Func<List<IAssetCondition>, IAssetCondition> join) =>
        conditions.Count == 1 ? conditions[0] : join(conditions);

    private IAssetCondition? Several(
        Func<IAssetCondition?> read, string word, Func<List<IAssetCondition>, IAssetCondition> join)
    {
        var conditions = new List<IAssetCondition>();
        do
        {
            if (read() is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }
        while (TakeWord(word));

        return Joined(conditions, join);
    }

    private IAssetCondition? One()
    {
        if (TakeSign("("))
        {
            var inner = _depth++ < MaxDepth ? Alternatives() : null;
            _depth--;
            return inner is not null && TakeSign(")") ? inner : null;
        }

        if (Current.Kind != MatchTokenKind.Word || ++_conditions > MaxConditions)
        {
            return null;
        }

        if (SearchFields.Find(Current.Text) is not { } field)
        {
            _unknown = Current.Text;
            return null;
        }

        _namesMediaType |= Current.IsWord(SearchFields.MediaType);
        _at++;
        return TakeWord("in") ? OneOf(field)
            : TakeSign("==") ? (Current.IsValue ? field.Has(Value(), isWhole: true) : null)
            : !TakeSign("=") ? null
            : Current.IsSign("(") || Current.IsSign("[") ? Range(field)
            : Current.IsValue ? field.Has(Value(), isWhole: false)
            : null;
    }

    private AnyCondition? OneOf(SearchField field)
    {
        var conditions = new List<IAssetCondition>();
        if (!TakeSign("("))
        {
            return null;
        }

        do
        {
            if (!Current.IsValue || conditions.Count == MaxValues || field.Has(Value(), isWhole: false) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
        }
        while (TakeSign(","));

        return TakeSign(")") ? new AnyCondition(conditions) : null;
    }

    private IAssetCondition? Range(SearchField field)
    {
        var withFrom = TakeSign("[");
        var from = withFrom || TakeSign("(") ? Value() : "";
        if (!TakeSign(","))
        {
            return null;
        }

        var to = Value();
        var withTo = TakeSign("]");
        return withTo || TakeSign(")") ? field.LiesIn(from, to, withFrom, withTo) : null;
    }

    // Empty if there is none.
    private string Value() => Current.IsValue ? _tokens[_at++].Text : "";

    private bool TakeSign(string sign) => Take(Current.IsSign(sign));

    private bool TakeWord(string word) => Take(Current.IsWord(word));

    private bool Take(bool isThere)
    {
        _at += isThere ? 1 : 0;
        return isThere;
    }
}
