using System.Text.Json;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The pages of docs/reference are what the code makes, and the code says all that they need.</summary>
public sealed class ReferencePageTests
{
    public static TheoryData<string> Names => [.. ReferencePages.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_is_what_the_code_makes(string name)
    {
        var page = Find(name);
        GoldenFile.MatchesFile(page.Write().TrimEnd('\n'), page.Path);
    }

    [Fact]
    public void The_folder_has_no_other_page() => Assert.Equal(
        ReferencePages.All.Select(page => page.Path).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "reference")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_member_has_a_meaning_and_says_when_it_is_absent() => Strays.None(
        from member in Members().DistinctBy(member => member.ToString())
        where member.Member.Meaning.Length == 0 || member.Member.Absent.Length == 0
        select $"The comment of {member} lacks its meaning, or when it is absent: end it with \"; null if …\", or let the "
            + "remarks of its type say \"A member is absent if …\"");

    [Fact]
    public void Every_type_says_its_source() => Strays.None(
        from page in ReferencePages.OfApis
        from type in page.Types
        where page.Actions.All(action => !string.Equals(action.Answer, type.Name, StringComparison.Ordinal))
            && !DocComments.Of(type.Info.Type).Contains("Source: ", StringComparison.Ordinal)
            && !DocComments.Of(type.Info.Type).Contains("Our extension", StringComparison.Ordinal)
        select $"The comment of {type.Info.Type.FullName} lacks its source, such as: Source: \"QueryPipelineList\".");

    [Fact]
    public void Every_member_has_an_example() => Strays.None(
        from member in Members().DistinctBy(member => member.ToString())
        where member.Member.ItemType != typeof(JsonElement)
            && member.Page.Types.All(type => type.Info.Type != member.Member.ItemType)
            && member.Page.ExampleOf(member.Type, member.Member).Length == 0
        select $"{member} is in no golden file of {string.Join(", ", member.Page.Golden)}: let a test write one, or give its "
            + "comment an <example>");

    [Fact]
    public void Every_error_says_when_it_comes_and_what_to_do() => Strays.None(
        from page in ReferencePages.OfApis
        from error in page.Catalogue.Errors.Concat(page.Catalogue.FailuresOf(page.WritesResults))
        where error.When.Length == 0 || error.Remedy.Length == 0
        select $"The comment of {error.Code} in {page.Catalogue.Type.Name} ({error.When}) lacks a <summary> that says when it "
            + "comes, or <remarks> that say what to do");

    [Fact]
    public void Every_parameter_has_a_meaning_and_an_example_and_is_required_or_says_what_it_means_if_absent() => Strays.None(
        from page in ReferencePages.OfApis
        from parameter in page.Common.Concat(page.Actions.SelectMany(action => action.Parameters))
        where parameter.Meaning.Length == 0 || parameter.Example.Length == 0
            || parameter.IsRequired == parameter.Otherwise.Length > 0
        select $"<parameter name=\"{parameter.Name}\"> on the page {page.Name} lacks its text, example=\"\", or one of "
            + "required=\"true\" and otherwise=\"\"");

    [Fact]
    public void Every_setting_has_a_meaning() => Strays.None(Settings.All.Values
        .Where(setting => DocComments.Of(setting.Property).Length == 0)
        .Select(setting => $"{setting.Name} has no comment"));

    [Theory]
    [InlineData("mps", "`ColorRange`")]
    [InlineData("alibaba", "`SignatureDoesNotMatch`")]
    [InlineData("alibaba", "`InvalidTimeStamp.Expired`")]
    [InlineData("alibaba", "`MissingAction`")]
    [InlineData("mpc", "`MPC.10125`")]
    [InlineData("mpc", "`X-Sdk-Date`")]
    [InlineData("library", "`CallbackQueueName`")]
    [InlineData("report", "`masteringDisplay`")]
    [InlineData("settings", "`Accounts:List:N:Keys:M:Allow:K`")]
    public void Readers_find_what_they_search_for(string page, string text) =>
        Assert.Contains(text, Find(page).Write(), StringComparison.Ordinal);

    private static ReferencePage Find(string name) =>
        ReferencePages.All.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal));

    private static IEnumerable<ListedMember> Members() =>
        from page in ReferencePages.OfApis
        from type in page.Types
        from member in type.Members
        select new ListedMember(page, type, member);

    private sealed record ListedMember(ApiPage Page, WireType Type, WireMember Member)
    {
        public override string ToString() => $"{Member.Property.DeclaringType!.FullName}.{Member.Property.Name}";
    }
}
