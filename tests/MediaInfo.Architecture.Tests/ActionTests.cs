using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using MediaInfo.Api;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Streams;
using MediaInfo.Architecture.Tests.Reference;
using MediaInfo.Core.Accounts;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

/// <summary>An action, error catalogue or JSON context that was added is known in every place that must know it.</summary>
public sealed class ActionTests
{
    private const string Reader = "MediaInfo__Accounts__List__0__Keys__1__Allow__";
    private static readonly Type[] Api = typeof(ServiceCollectionExtensions).Assembly.GetTypes();

    public static TheoryData<string> Actions => [.. ListedAction.All.Select(action => action.Type.FullName!)];

    [Fact]
    public void Every_action_is_found() => Assert.InRange(ListedAction.All.Count, 22, 200);

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_is_on_a_reference_page(string name) => Assert.True(
        ReferencePages.OfApis.Any(page => page.Actions.Contains(Find(name))),
        $"{name} is on no page of docs/reference: put its class into the folder of its API's actions, or add a page for a new API "
            + "to ReferencePages.cs");

    [Theory]
    [MemberData(nameof(Actions))]
    public void The_readers_key_of_the_sample_may_call_every_action_that_only_reads(string name)
    {
        var action = Find(name);
        using var sample = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("local.settings.sample.json")));
        var allowed = sample.RootElement.GetProperty("Values").EnumerateObject()
            .Where(setting => setting.Name.StartsWith(Reader, StringComparison.Ordinal))
            .Any(setting => ActionPattern.Matches(setting.Value.GetString()!, action.Permission));

        Assert.True(
            allowed != action.ChangesState,
            $"{action.Permission} {(action.ChangesState ? "changes something, so no" : "only reads, so one")} {Reader}N in "
                + "local.settings.sample.json must allow it");
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_is_called_by_an_SDK(string name)
    {
        var action = Find(name);
        var call = action.Method is null ? action.Name : char.ToLowerInvariant(action.Name[0]) + action.Name[1..];
        Assert.True(
            Below("tests/sdk", "*.test.mjs").Concat(Below("tests/sdk/support", "*.mjs")).Any(text => Names(text, call)),
            $"No test in tests/sdk calls {action.Name} through the vendor's SDK; add one that has {call}");
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_a_test_and_a_golden_file_of_its_answer(string name)
    {
        var action = Find(name);
        Assert.True(
            action.Answer.Length == 0
                || ReferencePages.OfApis.Any(page => page.Actions.Contains(action) && page.Shows(action.Answer)),
            $"No golden file shows {action.Answer}: add a test of {action.Name} to tests/MediaInfo.Api.Tests that compares its "
                + $"answer with GoldenFile.Matches, and write the file with {GoldenFile.UpdateVariable}=1");
        Assert.True(
            action.Method is not null
                || Below("tests/MediaInfo.Api.Tests", "*.cs").Any(text => Names(text, action.Name)),
            $"No test in tests/MediaInfo.Api.Tests names {action.Name}; add one");
    }

    [Fact]
    public void The_jobs_of_IMS_have_every_member_of_a_video_stream_in_their_own_spelling() => Strays.None(
        typeof(VideoInfo).GetProperties().Select(member => member.Name)
            .Except(typeof(JobVideoStreamInfo).GetProperties().Select(member => member.Name), StringComparer.OrdinalIgnoreCase)
            .Select(name => $"JobVideoStreamInfo.cs lacks {name}; add it, and set it in ImsPropertyMapper.cs"));

    [Fact]
    public void Every_error_catalogue_is_on_a_reference_page() => Strays.None(Api
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Errors", StringComparison.Ordinal))
        .Where(type => ReferencePages.OfApis.All(page => page.Catalogue.Type != type))
        .Select(type => $"{type.FullName} is on no page of docs/reference; add it in ReferencePages.cs"));

    [Fact]
    public void Every_wire_type_is_on_a_reference_page() => Strays.None(Api
        .Where(type => type is { IsAbstract: false, IsNested: false }
            && type.Namespace?.EndsWith(".Wire", StringComparison.Ordinal) == true
            && !type.IsAssignableTo(typeof(JsonConverter)))
        .Where(type => ReferencePages.OfApis.All(page => page.Types.All(known => known.Info.Type != type)))
        .Select(type => $"{type.FullName} is on no page of docs/reference: a JSON context of its API must declare it"));

    private static ListedAction Find(string name) =>
        ListedAction.All.Single(action => string.Equals(action.Type.FullName, name, StringComparison.Ordinal));

    private static IEnumerable<string> Below(string folder, string files) => Directory
        .EnumerateFiles(RepositoryRoot.Combine(folder.Split('/')), files, SearchOption.AllDirectories)
        .Select(File.ReadAllText);

    // Not as a part of a longer name.
    private static bool Names(string text, string call) =>
        Regex.IsMatch(text, $"(?<!\\w){Regex.Escape(call)}(?!\\w)", RegexOptions.None, TimeSpan.FromSeconds(10));
}
