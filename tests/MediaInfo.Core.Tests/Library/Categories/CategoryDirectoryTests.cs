using MediaInfo.Core.Library.Categories;
using MediaInfo.TestSupport.Library;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library.Categories;

public sealed class CategoryDirectoryTests
{
    private const string Account = "account";

    [Fact]
    public async Task An_account_without_categories_has_none()
    {
        var directory = new CategoryDirectory(new FakeCategories(new Interruptions()));

        Assert.Equal(CategoryTree.Empty, await directory.ReadAsync(Account, default));
    }

    [Fact]
    public async Task A_refused_change_writes_nothing()
    {
        var interruptions = new Interruptions();
        var directory = new CategoryDirectory(new FakeCategories(interruptions));

        var outcome = await directory.ChangeAsync(Account, "call", tree => tree.Remove(7), default);

        Assert.Equal((CategoryProblem.NotFound, 0), (outcome.Problem, interruptions.Writes));
    }

    [Fact]
    public async Task A_call_gives_up_if_other_writers_always_interfere()
    {
        var store = Substitute.For<ICategoryStore>();
        store.WriteAsync(default!, default!, default, default).ReturnsForAnyArgs(false);

        await Assert.ThrowsAsync<IOException>(() => new CategoryDirectory(store).ChangeAsync(
            Account, "call", tree => tree.Add("name", Category.NoParent, type: null), default));
    }
}
