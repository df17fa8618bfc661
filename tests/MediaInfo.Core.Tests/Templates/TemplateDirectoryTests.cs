using MediaInfo.Core.Templates;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Core.Tests.Templates;

public sealed class TemplateDirectoryTests
{
    private const string Account = "account";

    private readonly ManualTimeProvider _time = new();
    private readonly Interruptions _interruptions = new();
    private readonly TemplateDirectory _directory;

    public TemplateDirectoryTests() => _directory = new(new FakeTemplates(_interruptions), new DescendingIds(), _time);

    [Fact]
    public async Task A_template_is_found_by_its_owner_alone()
    {
        var added = (await AddAsync("mine")).Template!;

        Assert.Equal(added, await _directory.FindAsync(Account, added.Id, default));
        Assert.Null(await _directory.FindAsync("another", added.Id, default));
        Assert.Equal((_time.GetUtcNow(), _time.GetUtcNow()), (added.CreatedAt, added.ModifiedAt));
    }

    [Fact]
    public async Task Every_account_has_the_templates_of_the_service()
    {
        foreach (var template in SystemTemplates.All)
        {
            Assert.Same(template, await _directory.FindAsync(Account, template.Id, default));
        }

        Assert.Equal(SystemTemplates.All.Count, SystemTemplates.All.DistinctBy(template => template.Id).Count());
        Assert.Equal(Enum.GetValues<TemplateKind>(), SystemTemplates.Defaults.Select(template => template.Kind));
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_the_time_of_the_last_change()
    {
        var added = (await AddAsync("old")).Template!;
        _time.Advance(TimeSpan.FromMinutes(1));

        await _directory.UpdateAsync(Account, "call 2", added.Id, "new", config: null, default);
        await _directory.UpdateAsync(Account, "call 3", added.Id, name: null, """{"Type":"Cover"}""", default);

        Assert.Equal(
            added with { Name = "new", Config = """{"Type":"Cover"}""", ModifiedAt = _time.GetUtcNow() },
            await _directory.FindAsync(Account, added.Id, default));
    }

    [Fact]
    public async Task A_removed_template_is_gone()
    {
        var kept = (await AddAsync("kept")).Template!;
        var removed = (await AddAsync("removed")).Template!;

        await _directory.RemoveAsync(Account, "call 2", removed.Id, default);

        Assert.Equal([kept], (await _directory.ReadAsync(Account, default)).Templates);
    }

    [Fact]
    public async Task Templates_of_the_service_and_unknown_ones_do_not_change()
    {
        var system = SystemTemplates.Cover.Id;

        Assert.Equal(TemplateProblem.IsSystem, await UpdateAsync(system));
        Assert.Equal(TemplateProblem.IsSystem, (await _directory.RemoveAsync(Account, "call", system, default)).Problem);
        Assert.Equal(TemplateProblem.NotFound, await UpdateAsync("unknown"));
        Assert.Equal(TemplateProblem.NotFound, (await _directory.RemoveAsync(Account, "call", "unknown", default)).Problem);
        Assert.Equal(0, _interruptions.Writes);
    }

    [Fact]
    public async Task An_account_has_a_limited_number_of_templates()
    {
        for (var i = 0; i < TemplateBook.MaxTemplates; i++)
        {
            Assert.Null((await AddAsync("one of many")).Problem);
        }

        Assert.Equal(TemplateProblem.TooMany, (await AddAsync("one too many")).Problem);
    }

    [Fact]
    public async Task A_call_gives_up_if_other_writers_always_interfere()
    {
        var store = Substitute.For<ITemplateStore>();
        store.WriteAsync(default!, default!, default, default).ReturnsForAnyArgs(false);

        await Assert.ThrowsAsync<IOException>(() => new TemplateDirectory(store, new DescendingIds(), _time).AddAsync(
            Account, "call", TemplateKind.Normal, "name", "{}", default));
    }

    private Task<TemplateOutcome> AddAsync(string name) =>
        _directory.AddAsync(Account, $"call {name}", TemplateKind.Normal, name, """{"Type":"Normal"}""", default);

    private async Task<TemplateProblem?> UpdateAsync(string id) =>
        (await _directory.UpdateAsync(Account, "call", id, "name", config: null, default)).Problem;
}
