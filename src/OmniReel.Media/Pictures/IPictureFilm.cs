using OmniReel.Media.Frames;

namespace OmniReel.Media.Pictures;

/// <summary>A shot made of pictures: says of each moment what its frame is sampled from, and where. Threads share it.</summary>
internal interface IPictureFilm
{
    /// <summary>Fills all of <paramref name="fields"/> that the layers ask for.</summary>
    Layers At(Moment moment, WarpFields fields);
}
