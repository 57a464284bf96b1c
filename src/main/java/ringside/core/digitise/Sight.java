package ringside.core.digitise;

import java.util.ArrayList;
import java.util.Optional;

/**
 * What of a curve of straight pieces can be seen on the page.
 *
 * @param thickness of its line
 */
record Sight(Pieces pieces, double thickness) {
    /** How much bare ground lies between a point and the nearest of the curve's ink on one side; all of it where none is. */
    int bare(int k, int side) {
        Optional<Piece> piece = pieces.piece(side > 0 ? k : k - 1);
        if (piece.isEmpty()) return Integer.MAX_VALUE;
        int bare = 0;
        for (double at = 0; at <= piece.get().length(); at++) {
            double share = at / piece.get().length();
            Cover cover = cover(piece.get(), side > 0 ? share : 1 - share);
            if (cover == Cover.OURS) return bare;
            if (cover == Cover.GROUND) bare++;
        }
        return Integer.MAX_VALUE;
    }

    /** The lengths of the curve's own gaps, as a dashed one has them. */
    int[] ground() {
        var lengths = new ArrayList<Integer>();
        for (int k = 0; k + 1 < pieces.columns().length; k++) {
            Optional<Piece> piece = pieces.piece(k);
            if (piece.isEmpty()) continue;
            int open = 0;
            for (double at = 0; at <= piece.get().length(); at++) {
                boolean ground = cover(piece.get(), at / piece.get().length()) == Cover.GROUND;
                if (!ground && open > 0) lengths.add(open);
                open = ground ? open + 1 : 0;
            }
        }
        return lengths.stream().mapToInt(length -> length).toArray();
    }

    private enum Cover {
        OURS,
        GROUND,
        ANOTHER
    }

    /** What is seen at a place of a piece. */
    private Cover cover(Piece piece, double share) {
        Ink ink = pieces.ink();
        int x = (int) (piece.x() + share * piece.width());
        int y = (int) (piece.y() + share * piece.climb());
        if (x < 0 || y < 0 || x >= ink.width || y >= ink.height) return Cover.ANOTHER;
        int reach = (int) Math.ceil(thickness / 2);
        for (int dy = -reach; dy <= reach; dy++)
            for (int dx = -reach; dx <= reach; dx++) {
                int column = Math.clamp(x + dx, 0, ink.width - 1);
                int row = Math.clamp(y + dy, 0, ink.height - 1);
                if (ink.at(column, row) >= PolylineTrace.SURE) return Cover.OURS;
            }
        return ink.isGround(x, y) ? Cover.GROUND : Cover.ANOTHER;
    }
}
