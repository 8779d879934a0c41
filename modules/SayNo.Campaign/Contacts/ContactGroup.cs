namespace SayNo.Campaign.Contacts;

/// <summary>The contacts of one kind.</summary>
/// <param name="Kind">One of <see cref="ContactKind"/>.</param>
/// <param name="Contacts">The better place to start first.</param>
public sealed record ContactGroup(string Kind, IReadOnlyList<CountryContact> Contacts)
{
    /// <summary>For the removal of pictures: the same contacts by the age at which the picture was taken.</summary>
    public IEnumerable<IGrouping<string, CountryContact>> ByAge => Contacts
        .OrderBy(contact => AgeGroup.InOrder.ToList().IndexOf(contact.ForAge))
        .GroupBy(contact => contact.ForAge);
}
