using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Core.Tests.Library.Categories;

public sealed class CategoryTreeTests
{
    private const long Root = Category.NoParent;

    [Fact]
    public void A_category_is_one_level_below_its_parent_and_of_its_type()
    {
        var tree = CategoryTree.Empty;

        var first = Add(ref tree, "first", Root, CategoryTypes.Material);
        var second = Add(ref tree, "second", first.Id, type: null);
        var third = Add(ref tree, "third", second.Id, CategoryTypes.Material);

        Assert.Equal((Root, 0, "material"), (first.ParentId, first.Level, first.Type));
        Assert.Equal((first.Id, 1, "material"), (second.ParentId, second.Level, second.Type));
        Assert.Equal((second.Id, 2), (third.ParentId, third.Level));
        Assert.Equal(CategoryProblem.TooDeep, tree.Add("fourth", third.Id, type: null).Outcome.Problem);
        Assert.Equal(CategoryProblem.OtherType, tree.Add("other", first.Id, CategoryTypes.Default).Outcome.Problem);
        Assert.Equal(CategoryProblem.NotFound, tree.Add("orphan", third.Id + 1, type: null).Outcome.Problem);
    }

    [Fact]
    public void An_id_is_never_given_twice()
    {
        var tree = CategoryTree.Empty;
        var removed = Add(ref tree, "removed", Root, type: null);
        tree = tree.Remove(removed.Id).Next!;

        Assert.NotEqual(removed.Id, Add(ref tree, "next", Root, type: null).Id);
    }

    [Fact]
    public void What_lies_below_a_removed_category_is_removed_too()
    {
        var tree = CategoryTree.Empty;
        var gone = Add(ref tree, "gone", Root, type: null);
        var below = Add(ref tree, "below", gone.Id, type: null);
        var stays = Add(ref tree, "stays", Root, type: null);
        Add(ref tree, "far below", below.Id, type: null);
        var also = Add(ref tree, "also stays", stays.Id, type: null);

        var (next, outcome) = tree.Remove(gone.Id);

        Assert.Equal(gone, outcome.Category);
        Assert.Equal([stays, also], next!.Categories);
        Assert.Equal(CategoryProblem.NotFound, next.Remove(below.Id).Outcome.Problem);
    }

    [Fact]
    public void A_renamed_category_keeps_its_place()
    {
        var tree = CategoryTree.Empty;
        var first = Add(ref tree, "first", Root, type: null);
        var second = Add(ref tree, "second", Root, type: null);

        var (next, _) = tree.Rename(first.Id, "renamed");

        Assert.Equal([first with { Name = "renamed" }, second], next!.Categories);
        Assert.Equal(CategoryProblem.NotFound, tree.Rename(second.Id + 1, "none").Outcome.Problem);
    }

    [Fact]
    public void A_parent_and_each_first_level_have_a_hundred_categories_at_most()
    {
        var tree = CategoryTree.Empty;
        var parent = Add(ref tree, "parent", Root, type: null);
        for (var i = 0; i < CategoryTree.MaxChildren; i++)
        {
            Add(ref tree, $"{i}", parent.Id, type: null);
        }

        for (var i = 1; i < CategoryTree.MaxChildren; i++)
        {
            Add(ref tree, $"{i}", Root, type: null);
        }

        Assert.Equal(CategoryProblem.TooMany, tree.Add("more", parent.Id, type: null).Outcome.Problem);
        Assert.Equal(CategoryProblem.TooMany, tree.Add("more", Root, type: null).Outcome.Problem);
        Assert.Null(tree.Add("other", Root, CategoryTypes.Material).Outcome.Problem);
    }

    [Fact]
    public void An_account_has_a_bounded_number_of_categories()
    {
        var tree = CategoryTree.Empty with
        {
            Categories =
            [
                .. Enumerable.Range(0, CategoryTree.MaxCategories).Select(i => new Category(i + 1, "", i + 2, "material", 1)),
            ],
        };

        Assert.Equal(CategoryProblem.TooMany, tree.Add("more", Root, type: null).Outcome.Problem);
    }

    private static Category Add(ref CategoryTree tree, string name, long parent, string? type)
    {
        var (next, outcome) = tree.Add(name, parent, type);
        tree = next!;
        return outcome.Category!;
    }
}
