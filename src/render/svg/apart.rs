//! Labels beside one another: moved apart as little as needed.

/// Where the middles of labels go that would like to be at `wanted`, each as high as `heights` says, between `top` and `bottom`.
///
/// The order of those wanted is kept. Where they do not all fit, they begin at the top and go beyond the bottom.
pub fn apart(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len().min(heights.len())).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut clusters: Vec<Cluster> = Vec::new();
    for place in order {
        let mut cluster = Cluster { places: vec![place], height: heights[place], wanted: wanted[place] };
        cluster.stay_between(top, bottom);
        // Those that touch move as one, to the middle of what all of them want.
        while let Some(before) = clusters.pop() {
            if before.bottom() <= cluster.top() {
                clusters.push(before);
                break;
            }
            cluster = before.with(cluster);
            cluster.stay_between(top, bottom);
        }
        clusters.push(cluster);
    }
    let mut middles = vec![0.0; wanted.len()];
    for cluster in clusters {
        let mut at = cluster.top();
        for place in cluster.places {
            middles[place] = at + heights[place] / 2.0;
            at += heights[place];
        }
    }
    middles
}

/// Labels that touch one another.
struct Cluster {
    places: Vec<usize>,
    height: f64,
    /// Where its middle would like to be.
    wanted: f64,
}

impl Cluster {
    fn top(&self) -> f64 {
        self.wanted - self.height / 2.0
    }

    fn bottom(&self) -> f64 {
        self.wanted + self.height / 2.0
    }

    fn stay_between(&mut self, top: f64, bottom: f64) {
        let half = self.height / 2.0;
        self.wanted = self.wanted.min(bottom - half).max(top + half);
    }

    fn with(mut self, later: Self) -> Self {
        let height = self.height + later.height;
        // Each moves by the weight of its height.
        let wanted = (self.wanted * self.height + later.wanted * later.height) / height.max(f64::MIN_POSITIVE);
        self.places.extend(later.places);
        Self { places: self.places, height, wanted }
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn labels_that_do_not_touch_stay() {
        assert_eq!(apart(&[80.0, 20.0], &[20.0, 20.0], 0.0, 100.0), [80.0, 20.0]);
    }

    #[test]
    fn labels_that_touch_move_apart_and_keep_their_order() {
        assert_eq!(apart(&[50.0, 52.0, 51.0], &[20.0, 20.0, 20.0], 0.0, 100.0), [31.0, 71.0, 51.0]);
    }

    #[test]
    fn labels_stay_inside() {
        assert_eq!(apart(&[0.0, 1.0], &[20.0, 20.0], 0.0, 100.0), [10.0, 30.0]);
        assert_eq!(apart(&[100.0, 99.0], &[20.0, 20.0], 0.0, 100.0), [90.0, 70.0]);
    }
}
