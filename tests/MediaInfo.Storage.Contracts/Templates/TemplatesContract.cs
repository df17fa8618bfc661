using MediaInfo.Core.Jobs;
using MediaInfo.Core.Templates;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Templates;

/// <summary>The contract of <see cref="ITemplateStore"/>.</summary>
public abstract class TemplatesContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _account = Unique.Name("account");

    private ITemplateStore Templates => Rig.Templates;

    [Fact]
    public async Task What_was_written_is_read()
    {
        Assert.Null(await Templates.FindAsync(_account, default));
        var book = Book("one", "标题");

        Assert.True(await Templates.WriteAsync(_account, book, over: null, default));

        var found = await Templates.FindAsync(_account, default);
        Assert.Equal(book.Templates, found!.Book.Templates);
        Assert.Equal("a call", found.Book.WrittenBy);
    }

    [Fact]
    public async Task Only_the_version_that_was_read_is_replaced()
    {
        await Templates.WriteAsync(_account, Book("one"), over: null, default);
        var first = await Templates.FindAsync(_account, default);

        Assert.False(await Templates.WriteAsync(_account, Book("late"), over: null, default));
        Assert.True(await Templates.WriteAsync(_account, Book("one", "two"), first, default));
        Assert.False(await Templates.WriteAsync(_account, Book("lost"), first, default));

        var second = await Templates.FindAsync(_account, default);
        Assert.Equal(["one", "two"], second!.Book.Templates.Select(template => template.Name));
        Assert.NotEqual(first!.ETag, second.ETag);
    }

    [Fact]
    public async Task A_version_of_an_account_that_has_none_is_not_replaced() => Assert.False(
        await Templates.WriteAsync(_account, Book("one"), new StoredTemplates(TemplateBook.Empty, "\"0x1\""), default));

    [Fact]
    public async Task Templates_that_are_added_at_the_same_time_are_all_kept()
    {
        var directories = Enumerable.Range(0, 4)
            .Select(_ => new TemplateDirectory(Templates, new IdSource(), TimeProvider.System))
            .ToList();

        await Task.WhenAll(directories.Select((directory, i) =>
            directory.AddAsync(_account, $"call {i}", TemplateKind.Normal, "same", "{}", default)));

        var ids = (await Templates.FindAsync(_account, default))!.Book.Templates.Select(template => template.Id);
        Assert.Equal(4, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Accounts_are_separate()
    {
        await Templates.WriteAsync(_account, Book("one"), over: null, default);

        Assert.Null(await Templates.FindAsync(_account + "2", default));
        Assert.Null(await Templates.FindAsync(_account.ToUpperInvariant(), default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Templates.FindAsync(_account, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Templates.WriteAsync(_account, Book("one"), over: null, Cancelled));
    }

    private static TemplateBook Book(params string[] names) => new()
    {
        WrittenBy = "a call",
        Templates =
        [
            .. names.Select(name => new Template
            {
                Id = name,
                Name = name,
                Kind = TemplateKind.WebVtt,
                Config = """{"Type":"WebVtt"}""",
                CreatedAt = DateTimeOffset.UnixEpoch,
                ModifiedAt = DateTimeOffset.UnixEpoch.AddDays(1),
            }),
        ],
    };
}
