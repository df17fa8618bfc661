using MediaInfo.Core.Library.Categories;
using MediaInfo.TestSupport;

namespace MediaInfo.Storage.Contracts.Library;

/// <summary>The contract of <see cref="ICategoryStore"/>.</summary>
public abstract class CategoriesContract(StorageRig rig) : StorageContract(rig)
{
    private readonly string _account = Unique.Name("account");

    private ICategoryStore Categories => Rig.Categories;

    [Fact]
    public async Task What_was_written_is_read()
    {
        Assert.Null(await Categories.FindAsync(_account, default));

        Assert.True(await Categories.WriteAsync(_account, Tree("one", "标题"), over: null, default));

        var found = await Categories.FindAsync(_account, default);
        Assert.Equal(["one", "标题"], found!.Tree.Categories.Select(category => category.Name));
        Assert.Equal(Tree("one", "标题").Categories, found.Tree.Categories);
        Assert.Equal(
            (CategoryTree.FirstId + 1, "a call"),
            (found.Tree.LastId, found.Tree.WrittenBy));
    }

    [Fact]
    public async Task Only_the_version_that_was_read_is_replaced()
    {
        await Categories.WriteAsync(_account, Tree("one"), over: null, default);
        var first = await Categories.FindAsync(_account, default);

        Assert.False(await Categories.WriteAsync(_account, Tree("late"), over: null, default));
        Assert.True(await Categories.WriteAsync(_account, Tree("one", "two"), first, default));
        Assert.False(await Categories.WriteAsync(_account, Tree("lost"), first, default));

        var second = await Categories.FindAsync(_account, default);
        Assert.Equal(["one", "two"], second!.Tree.Categories.Select(category => category.Name));
        Assert.NotEqual(first!.ETag, second.ETag);
    }

    [Fact]
    public async Task A_version_of_an_account_that_has_none_is_not_replaced() => Assert.False(
        await Categories.WriteAsync(_account, Tree("one"), new StoredCategories(CategoryTree.Empty, "\"0x1\""), default));

    [Fact]
    public async Task Writers_at_the_same_time_get_different_ids()
    {
        var directories = Enumerable.Range(0, 4).Select(_ => new CategoryDirectory(Categories)).ToList();

        var added = await Task.WhenAll(directories.Select((directory, i) => directory.ChangeAsync(
            _account, $"call {i}", tree => tree.Add("same", Category.NoParent, type: null), default)));

        Assert.Equal(4, added.Select(outcome => outcome.Category!.Id).Distinct().Count());
        Assert.Equal(4, (await Categories.FindAsync(_account, default))!.Tree.Categories.Count);
    }

    [Fact]
    public async Task Accounts_are_separate()
    {
        await Categories.WriteAsync(_account, Tree("one"), over: null, default);

        Assert.Null(await Categories.FindAsync(_account + "2", default));
        Assert.Null(await Categories.FindAsync(_account.ToUpperInvariant(), default));
    }

    [Fact]
    public async Task A_cancelled_call_throws()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Categories.FindAsync(_account, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Categories.WriteAsync(_account, Tree("one"), over: null, Cancelled));
    }

    private static CategoryTree Tree(params string[] names) => names.Aggregate(
        new CategoryTree { WrittenBy = "a call" }, (tree, name) => tree.Add(name, Category.NoParent, type: null).Next!);
}
